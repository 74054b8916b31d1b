using Renstra.LocalHost.Host.Worker;

namespace Renstra.LocalHost.Host;

/// <summary>Has functions called by whichever worker is there.</summary>
/// <param name="workers">Keeps one there.</param>
/// <param name="timeout">How long a call may take.</param>
internal sealed class FunctionInvoker(WorkerSupervisor workers, TimeSpan timeout)
{
    /// <summary>The worker to call; while one is replaced, the next.</summary>
    /// <exception cref="WorkerGivenUpException">None will come any more.</exception>
    public Task<RunningWorker> WorkerAsync(CancellationToken cancellation) => workers.CurrentAsync(cancellation);

    /// <summary>Calls a function once.</summary>
    /// <param name="call">Which, and with what.</param>
    /// <param name="cancellation">Gives the call up; that is not a failure of the function.</param>
    /// <exception cref="WorkerGivenUpException">There is nobody left to call.</exception>
    public async Task<InvocationResult> InvokeAsync(FunctionCall call, CancellationToken cancellation) =>
        await InvokeAsync(await WorkerAsync(cancellation), call, cancellation);

    /// <summary>Calls a function of a certain worker once.</summary>
    public Task<InvocationResult> InvokeAsync(RunningWorker worker, FunctionCall call, CancellationToken cancellation) =>
        worker.InvokeAsync(call.Function, call.ToRequest(), timeout, cancellation);
}
