using Renstra.Transform.Reports.Identities;
using Renstra.Transform.Reports.Tables;

namespace Renstra.Transform.Reports.Assembly;

/// <summary>A table, and what its surroundings say of the region and the month that it is about.</summary>
internal sealed record IdentifiedTable(TableContent Content, IdentityEvidence Evidence);
