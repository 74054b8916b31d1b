using System.Reflection;
using BenchmarkDotNet.Running;
using Renstra.Benchmarks.Feed;

// The feed is measured by commands of its own: sides that take turns in one run, and processes beside.
if (args is ["feed", .. var command])
{
    await FeedCommands.RunAsync(command);
}
else
{
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
}
