using Microsoft.Extensions.Options;

namespace Renstra.Functions.Ingestion;

/// <summary>Holds <see cref="IngestionOptions"/> to its attributes.</summary>
[OptionsValidator]
internal sealed partial class IngestionOptionsValidator : IValidateOptions<IngestionOptions>;
