namespace Renstra.LocalHost.Tests;

/// <summary>Ends a test that waits for something which never comes. No statement about speed: far more than a slow machine needs.</summary>
internal static class Patience
{
    public const int Milliseconds = 1_200_000;
}
