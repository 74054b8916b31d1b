namespace Renstra.Transform.Wordings;

/// <summary>One line of <c>sinonim.csv</c>.</summary>
/// <param name="Meaning">What the phrase means.</param>
/// <param name="Target">The month's number, the indicator's code or the part's, where the meaning needs one; otherwise empty.</param>
/// <param name="Phrase">The phrase, normalised by <see cref="Wording"/>.</param>
internal sealed record Synonym(Meaning Meaning, string Target, string Phrase);
