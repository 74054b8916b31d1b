namespace Renstra.Functions.Hosting;

/// <summary>
/// What the host takes for success: a JSON object with these members. It fails an invocation that answers anything else, and waits
/// for ever on an empty answer.
/// </summary>
/// <param name="Outputs">Values for output bindings.</param>
/// <param name="Logs">Lines for the host's log of the invocation.</param>
/// <param name="ReturnValue">The return binding's value.</param>
internal sealed record InvocationReply(IReadOnlyDictionary<string, object> Outputs, IReadOnlyList<string> Logs, object? ReturnValue)
{
    /// <summary>The reply of a function without output bindings.</summary>
    public static InvocationReply Done(IReadOnlyList<string> logs) => new(new Dictionary<string, object>(), logs, null);
}
