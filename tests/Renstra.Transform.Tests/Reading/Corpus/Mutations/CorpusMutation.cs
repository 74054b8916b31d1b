using System.Text;
using System.Text.RegularExpressions;
using Renstra.Transform.Tests.Workbooks.Corpus;

namespace Renstra.Transform.Tests.Reading.Corpus.Mutations;

/// <summary>Damages a file of the corpus: its bytes, its parts, its tokens, its lines, its cells, its end. The same seed always does the same damage.</summary>
internal sealed partial class CorpusMutation(int seed, IReadOnlyList<FixtureFile> corpus)
{
    private readonly Random _random = new(seed);

    /// <summary>The file that is damaged.</summary>
    public FixtureFile Victim { get; } = corpus[(int)((uint)seed % corpus.Count)];

    /// <summary>A damaged copy.</summary>
    public byte[] Apply()
    {
        var file = CorpusFolder.Read(Victim.Path);
        return _random.Next(8) switch
        {
            0 => new Mutation(seed).Of(file),
            1 => file[.._random.Next(file.Length + 1)],
            2 => Spliced(file, CorpusFolder.Read(corpus[_random.Next(corpus.Count)].Path)),
            3 or 4 or 5 when Victim.Write is not null && Victim.Fixture.Workbook?.Invoke() is { } workbook =>
                FixtureFormat.All.Single(format => format.Name == Victim.Format).Write!(new CellMutation(_random).Of(workbook)),
            _ => InTexts(file),
        };
    }

    /// <summary>The beginning of one and the end of another; of two packages, one with a part of the other.</summary>
    private byte[] Spliced(byte[] file, byte[] other)
    {
        if (ZipFile.ReadIfSound(file) is not { Length: > 0 } parts || ZipFile.ReadIfSound(other) is not { Length: > 0 } others)
        {
            return [.. file[.._random.Next(file.Length + 1)], .. other[_random.Next(other.Length + 1)..]];
        }

        var foreign = others[_random.Next(others.Length)];
        var same = Array.FindIndex(parts, part => part.Name == foreign.Name);
        parts[same < 0 ? _random.Next(parts.Length) : same].Content = foreign.Content;
        return ZipFile.Write(parts);
    }

    /// <summary>The texts of a package's parts, or the file as text; what is neither is damaged byte by byte.</summary>
    private byte[] InTexts(byte[] file)
    {
        if (ZipFile.ReadIfSound(file) is { Length: > 0 } parts)
        {
            var texts = parts.Index().Where(part => part.Item.Content.AsSpan().IndexOf("<?xml"u8) is 0 or 3).Select(part => part.Index).ToList();
            if (texts.Count > 0)
            {
                var chosen = texts[_random.Next(texts.Count)];
                parts[chosen].Content = Encoding.UTF8.GetBytes(InMarkup(Encoding.UTF8.GetString(parts[chosen].Content)));
                return ZipFile.Write(parts);
            }
        }

        if (file.AsSpan().ContainsAny([(byte)0, (byte)0xA5]))
        {
            return new Mutation(seed).Of(file);
        }

        var text = Encoding.Latin1.GetString(file);
        return Encoding.Latin1.GetBytes(text.Contains('<', StringComparison.Ordinal) ? InMarkup(text) : InLines(text));
    }

    private string InMarkup(string text)
    {
        var tokens = Token().Matches(text).Select(match => match.Value).ToList();
        for (var count = _random.Next(1, 4); count > 0 && tokens.Count > 0; count--)
        {
            var at = _random.Next(tokens.Count);
            switch (_random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(_random.Next(tokens.Count), tokens[at]);
                    break;
                case 2:
                    var other = _random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                default:
                    var texts = tokens.Index().Where(token => !token.Item.StartsWith('<')).Select(token => token.Index).ToList();
                    if (texts.Count > 0)
                    {
                        tokens[texts[_random.Next(texts.Count)]] = CellMutation.TrickyTexts[_random.Next(CellMutation.TrickyTexts.Length)].Replace("&", "&amp;", StringComparison.Ordinal);
                    }

                    break;
            }
        }

        return string.Concat(tokens);
    }

    private string InLines(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var count = _random.Next(1, 4); count > 0 && lines.Count > 0; count--)
        {
            var at = _random.Next(lines.Count);
            switch (_random.Next(4))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(_random.Next(lines.Count), lines[at]);
                    break;
                case 2:
                    var other = _random.Next(lines.Count);
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                default:
                    var fields = lines[at].Split(';', ',', '\t', '|');
                    fields[_random.Next(fields.Length)] = CellMutation.TrickyTexts[_random.Next(CellMutation.TrickyTexts.Length)];
                    lines[at] = string.Join(lines[at].FirstOrDefault(character => character is ';' or ',' or '\t' or '|', ';'), fields);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex("<[^>]*>|[^<]+|<")]
    private static partial Regex Token();
}
