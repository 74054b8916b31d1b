using Microsoft.Extensions.Options;

namespace Renstra.Functions.Reference;

/// <summary>Holds <see cref="ReferenceOptions"/> to its attributes.</summary>
[OptionsValidator]
internal sealed partial class ReferenceOptionsValidator : IValidateOptions<ReferenceOptions>;
