namespace Renstra.LocalHost.Host;

/// <summary>What is read of a <c>function.json</c>.</summary>
/// <param name="Bindings">One trigger, and outputs.</param>
internal sealed record FunctionJson(IReadOnlyList<FunctionJson.Binding> Bindings)
{
    /// <summary>One binding; which members it has depends on its type.</summary>
    internal sealed record Binding(string Type, string Name)
    {
        /// <summary>Who may call an HTTP function; <c>function</c> unless said.</summary>
        public string AuthLevel { get; init; } = "function";

        /// <summary>Methods of an HTTP function; all unless said.</summary>
        public IReadOnlyList<string>? Methods { get; init; }

        /// <summary>Route of an HTTP function; its name unless said.</summary>
        public string? Route { get; init; }

        /// <summary>Container and pattern of a blob trigger.</summary>
        public string? Path { get; init; }

        /// <summary>Six fields of a timer, seconds first.</summary>
        public string? Schedule { get; init; }
    }
}
