namespace Renstra.Functions.Feed;

/// <summary>Registers what Feed needs.</summary>
internal static class FeedServices
{
    public static void AddRenstraFeed(this WebApplicationBuilder builder)
    {
    }
}
