using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Renstra.Functions.Dashboard;

/// <summary>The files of the dashboard, which <c>src/Renstra.Dashboard</c> is built into: few and small, so they are kept compressed.</summary>
internal sealed class DashboardFiles
{
    private const string Folder = "dasbor/";
    private const string Gzip = "gzip";

    private readonly Dictionary<string, DashboardFile> _files = new(StringComparer.Ordinal);

    public DashboardFiles()
    {
        var assembly = typeof(DashboardFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var content = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[content.Length];
            content.ReadExactly(bytes);
            _files.Add(name[Folder.Length..].Replace('\\', '/'), new DashboardFile(TypeOf(name), bytes, Compressed(bytes)));
        }
    }

    /// <summary>The file of that path below <c>/dasbor/</c>; null where there is none.</summary>
    public DashboardFile? this[string path] => _files.GetValueOrDefault(path);

    /// <summary>Sends a file as the client can take it; to HEAD its headers alone.</summary>
    public static async Task SendAsync(HttpContext context, DashboardFile file)
    {
        var response = context.Response;
        var compressed = TakesGzip(context.Request);
        var body = compressed ? file.Compressed : file.Content;
        if (compressed)
        {
            response.Headers.ContentEncoding = Gzip;
        }

        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.ContentType = file.Type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static bool TakesGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(encoding => encoding.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);

    private static byte[] Compressed(byte[] content)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return output.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The dashboard holds a {other} file; say here what type it has."),
    };
}

/// <summary>A file of the dashboard.</summary>
/// <param name="Type">Its content type.</param>
/// <param name="Content">As it was built.</param>
/// <param name="Compressed">The same with gzip.</param>
internal sealed record DashboardFile(string Type, byte[] Content, byte[] Compressed);
