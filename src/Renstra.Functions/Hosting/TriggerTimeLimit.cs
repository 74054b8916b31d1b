using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Renstra.Functions.Hosting;

/// <summary>
/// Stops work for a blob or a timer long before the host would: a call that exceeds the host's own limit costs the whole worker, with
/// every other call in it. What was stopped has failed, and is delivered again. Requests have a limit where they are answered.
/// </summary>
internal sealed class TriggerTimeLimit(IOptions<HostingOptions> hosting) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger"))
        {
            await next(context);
            return;
        }

        var limit = hosting.Value.TriggerTimeLimit;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        running.CancelAfter(limit);
        try
        {
            await next(new LimitedContext(context, running.Token));
        }
        catch (Exception) when (running.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            // However the work took its being cancelled, and without the cancellation inside: the worker would report a call that was called off, not one that has failed.
            throw new TimeoutException(FormattableString.Invariant($"{context.FunctionDefinition.Name} was not finished within {limit} and was stopped."));
        }
    }

    /// <summary>The call as it came, but for the token that ends it.</summary>
    private sealed class LimitedContext(FunctionContext call, CancellationToken cancellation) : FunctionContext
    {
        public override string InvocationId => call.InvocationId;

        public override string FunctionId => call.FunctionId;

        public override TraceContext TraceContext => call.TraceContext;

        public override BindingContext BindingContext => call.BindingContext;

        public override RetryContext RetryContext => call.RetryContext;

        public override FunctionDefinition FunctionDefinition => call.FunctionDefinition;

        public override IInvocationFeatures Features => call.Features;

        public override CancellationToken CancellationToken => cancellation;

        public override IServiceProvider InstanceServices
        {
            get => call.InstanceServices;
            set => call.InstanceServices = value;
        }

        public override IDictionary<object, object> Items
        {
            get => call.Items;
            set => call.Items = value;
        }
    }
}
