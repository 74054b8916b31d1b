namespace Renstra.LocalHost.Azurite;

/// <summary>Azurite cannot be installed or started on this machine. The message is one sentence that says what to do.</summary>
internal sealed class AzuriteUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
