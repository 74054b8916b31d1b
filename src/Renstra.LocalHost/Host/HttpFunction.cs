namespace Renstra.LocalHost.Host;

/// <summary>A function that a client's request reaches.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Route">Route template below the root, such as <c>odata/{*path}</c>.</param>
/// <param name="Methods">The methods it answers, upper case; every other one finds nothing there.</param>
internal sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods, string BindingName = "");
