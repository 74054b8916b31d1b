namespace Renstra.Benchmarks.Feed;

/// <summary>What <c>feed …</c> measures.</summary>
internal static class FeedCommands
{
    public static Task RunAsync(string[] command) => command switch
    {
        ["outside", .. var options] => OutsideCommand.RunAsync(options),
        ["proxy", .. var options] => ProxyCommand.RunAsync(options),
        ["soak", .. var options] => SoakCommand.RunAsync(options),
        ["load", .. var options] => LoadCommand.RunAsync(options),
        ["start", .. var folders] => StartCommand.RunAsync(folders),
        ["rows"] => RowsCommand.RunAsync(),
        ["growth"] => GrowthCommand.RunAsync(),
        ["tables"] => TablesCommand.RunAsync(),
        ["burst", var feed, var key, var pages] => LoadCommand.BurstAsync(feed, key, int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture)),
        ["stock", var rows] => StockApp.ServeAsync(rows),
        _ => Console.Error.WriteLineAsync("feed outside [folder] | proxy [folder] | rows | tables | growth | load [folder] | start folder… | soak [minutes] [folder]"),
    };
}
