namespace Renstra.LocalHost;

/// <summary>How the main job is run.</summary>
/// <param name="Port">The app's port on localhost; 0 for a free one.</param>
/// <param name="Once">Whether to exit after the summary.</param>
/// <param name="DataFolder">Where state is kept; null for a temporary folder that goes with the run.</param>
/// <param name="OpensBrowser">Whether the dashboard is opened in the browser once it is up.</param>
/// <param name="CountsRequests">Whether to print what was asked of storage, by kind.</param>
internal sealed record MainJobOptions(int Port, bool Once, string? DataFolder, bool OpensBrowser = false, bool CountsRequests = false);
