using DocumentFormat.OpenXml.Spreadsheet;

namespace Renstra.Transform.Spreadsheets;

/// <summary>A font of the workbooks that we write: Arial, which offices' computers have and which is as wide everywhere.</summary>
internal sealed record FontPart(int Points = 10, string Color = SheetColors.Ink, bool Bold = false, bool Italic = false)
{
    public const string Family = "Arial";

    public Font ToFont()
    {
        var font = new Font();
        if (Bold)
        {
            font.Append(new Bold());
        }

        if (Italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = Points }, new Color { Rgb = Color }, new FontName { Val = Family }, new FontFamilyNumbering { Val = 2 });
        return font;
    }
}
