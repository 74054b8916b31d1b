using Microsoft.Extensions.Options;

namespace Renstra.Functions.Feed;

/// <summary>Holds <see cref="FeedOptions"/> to its attributes and to what it says of itself.</summary>
[OptionsValidator]
internal sealed partial class FeedOptionsValidator : IValidateOptions<FeedOptions>;
