using Renstra.Transform.Indicators;

namespace Renstra.Transform.Forms;

/// <summary>One indicator's row in a form.</summary>
internal sealed record FormRow(Indicator Indicator, FormAmounts Amounts, FormCheck Check);
