using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Renstra.Functions.Tests.Storage;

/// <summary>The ways in which a storage service can be out of order.</summary>
internal enum Breakage
{
    /// <summary>Nobody listens.</summary>
    Refuses,

    /// <summary>It takes connections and says nothing.</summary>
    Hangs,

    /// <summary>It begins to answer, and the connection breaks.</summary>
    BreaksOff,

    /// <summary>It answers with something that storage never says.</summary>
    TalksNonsense,
}

/// <summary>A storage service that is out of order, over real connections.</summary>
internal sealed class BrokenStorage : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public BrokenStorage(Breakage breakage)
    {
        _listener.Start();
        var address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/rusak");
        ConnectionString = $"AccountName=rusak;AccountKey=AAAA;BlobEndpoint={address};TableEndpoint={address};QueueEndpoint={address}";
        if (breakage == Breakage.Refuses)
        {
            _listener.Stop();
        }
        else if (breakage != Breakage.Hangs)
        {
            _ = AnswerAsync(breakage == Breakage.BreaksOff
                ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"value\":[{\"PartitionKey\":\"2024"
                : "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>?!</html>");
        }
    }

    /// <summary>How it is reached.</summary>
    public string ConnectionString { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(string answer)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                await stream.ReadAtLeastAsync(new byte[1 << 16], minimumBytes: 1);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
