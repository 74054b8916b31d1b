namespace Renstra.Transform.Indicators;

/// <summary>How a part stands to the component that it is a part of (<c>Sifat</c>).</summary>
public enum PartKind
{
    /// <summary>One of the parts that together are the component; where one is given, all are.</summary>
    Bagian,

    /// <summary>Some of what the component counts (<i>di antaranya</i>): it stands by itself, and is never more than the component.</summary>
    DiAntaranya,

    /// <summary>The rest beside a <see cref="DiAntaranya"/>. No form asks for it; where an office gives it, both together are the component.</summary>
    Sisanya,
}
