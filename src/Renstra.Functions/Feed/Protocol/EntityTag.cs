using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Renstra.Functions.Feed.Protocol;

/// <summary>Weak validators of answers (RFC 9110, 8.8): a hash of the body before compression, so that equal answers compare equal.</summary>
internal static class EntityTag
{
    private const int Length = 16;

    public static EntityTagHeaderValue Of(ReadOnlySequence<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var segment in body)
        {
            hash.AppendData(segment.Span);
        }

        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Length))}\"", isWeak: true);
    }

    /// <summary>Whether the client has this answer already.</summary>
    public static bool IsKnownTo(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known)
        && known.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Compare(tag, useStrongComparison: false));
}
