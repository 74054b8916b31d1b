using Microsoft.Extensions.Options;

namespace Renstra.Functions.Hosting;

/// <summary>Holds <see cref="HostingOptions"/> to its attributes.</summary>
[OptionsValidator]
internal sealed partial class HostingOptionsValidator : IValidateOptions<HostingOptions>;
