namespace Renstra.Transform.Reports;

/// <summary>What findings say, in Indonesian, together so that they can be read and improved as one text.</summary>
internal static class FindingTexts;
