using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Renstra.Functions.Tests.Storage;

/// <summary>What becomes of a request to storage.</summary>
internal enum Fault
{
    /// <summary>It is carried out and answered.</summary>
    None,

    /// <summary>It never gets there.</summary>
    Lost,

    /// <summary>It is carried out, and the answer never comes back.</summary>
    AnswerLost,

    /// <summary>Storage says that it is busy (503).</summary>
    Busy,

    /// <summary>It gets there and is never answered.</summary>
    NeverAnswered,
}

/// <summary>Lets chosen requests of the app's storage clients fail, under the SDK's retries.</summary>
internal sealed class StorageFaults(Func<int, Request, Fault> faultOf)
{
    private int _requests;

    /// <summary>Chooses by a request's number, from 1.</summary>
    public StorageFaults(Func<int, Fault> faultOf)
        : this((number, _) => faultOf(number))
    {
    }

    /// <summary>How many requests were made, retries included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Puts this under an app's clients, whose pauses between retries become short.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="retries">How often a request is tried again.</param>
    public void Install(WebApplicationBuilder builder, int retries)
    {
        builder.Services.PostConfigureAll<BlobClientOptions>(options => Install(options, retries));
        builder.Services.PostConfigureAll<TableClientOptions>(options => Install(options, retries));
    }

    private void Install(ClientOptions options, int retries)
    {
        options.Transport = new Transport(this, options.Transport);
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
    }

    private Fault Next(Request request) => faultOf(Interlocked.Increment(ref _requests), request);

    private sealed class Transport(StorageFaults faults, HttpPipelineTransport inner) : HttpPipelineTransport
    {
        /// <summary>As the transport of the SDK reports a connection that is refused or breaks: <see cref="StorageDownTests"/> compares.</summary>
        private static RequestFailedException Broken(string what) => new(what, new HttpRequestException(what));

        public override Request CreateRequest() => inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException("The app never blocks on storage.");

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            var fault = faults.Next(message.Request);
            if (fault == Fault.Lost)
            {
                throw Broken("The request was lost.");
            }

            if (fault == Fault.NeverAnswered)
            {
                await new TaskCompletionSource().Task.WaitAsync(message.CancellationToken);
            }

            if (fault == Fault.Busy)
            {
                message.Response = new BusyResponse();
                return;
            }

            await inner.ProcessAsync(message);
            if (fault == Fault.AnswerLost)
            {
                throw Broken("The answer was lost.");
            }
        }
    }
}
