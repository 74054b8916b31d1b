using DocumentFormat.OpenXml.Spreadsheet;
using Renstra.Transform.Spreadsheets;

namespace Renstra.Transform.Forms.Styling;

/// <summary>Draws every <see cref="FormStyle"/>, and the differential formats that conditions put over them.</summary>
internal static class FormStyleSheet
{
    /// <summary>What a condition changes about a cell's look.</summary>
    public enum Overlay
    {
        Filled,
        Good,
        Odd,
        Wrong,
        WrongEntry,
    }

    private static readonly FormStyle[] Styles = Enum.GetValues<FormStyle>();
    private static readonly Overlay[] Overlays = Enum.GetValues<Overlay>();

    public static uint IndexOf(FormStyle style) => (uint)style;

    public static Stylesheet Build() => StyleSheet.Build([.. Styles.Select(FormLook.Of)], Overlays.Select(DifferentialOf));

    private static DifferentialFormat DifferentialOf(Overlay overlay) => overlay switch
    {
        Overlay.Good => Differential(SheetColors.GoodFill, SheetColors.GoodInk),
        Overlay.Odd => Differential(SheetColors.OddFill, SheetColors.OddInk),
        Overlay.Wrong => Differential(SheetColors.WrongFill, SheetColors.WrongInk),
        Overlay.WrongEntry => Differential(SheetColors.WrongFill),
        _ => Differential(SheetColors.White),
    };

    // In a differential format the background colour is the one that is seen.
    private static DifferentialFormat Differential(string fill, string? ink = null)
    {
        var format = new DifferentialFormat();
        if (ink is not null)
        {
            format.Append(new Font(new Color { Rgb = ink }));
        }

        format.Append(new Fill(new PatternFill(new BackgroundColor { Rgb = fill })));
        return format;
    }
}
