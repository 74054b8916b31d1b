using Renstra.Transform.Reference;

namespace Renstra.Functions.Reference;

/// <summary>The reference data in force.</summary>
internal sealed class CurrentReference
{
    private readonly ReferenceData _data = ReferenceData.Shipped;

    public ValueTask<ReferenceData> GetAsync(CancellationToken cancellation) => ValueTask.FromResult(_data);
}
