namespace Renstra.LocalHost;

/// <summary>Something on this machine keeps the program from starting. The message is one sentence that says what.</summary>
internal sealed class CannotStartException(string message, Exception? innerException = null) : Exception(message, innerException);
