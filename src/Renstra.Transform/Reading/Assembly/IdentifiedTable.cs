using Renstra.Transform.Reading.Identities;
using Renstra.Transform.Reading.Tables;

namespace Renstra.Transform.Reading.Assembly;

/// <summary>A table, and what its surroundings say of the region and the month that it is about.</summary>
internal sealed record IdentifiedTable(TableContent Content, IdentityEvidence Evidence);
