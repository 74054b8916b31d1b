using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Renstra.Functions.Feed.Protocol;

namespace Renstra.Functions.Feed.Access;

/// <summary>Lets a request in that brings a key, however it brings it. Keys are known by their hashes alone.</summary>
internal sealed class KeyCheck(IOptions<FeedOptions> options)
{
    private readonly byte[][] _hashes = [.. options.Value.KeyHashes.Select(Convert.FromHexString)];

    /// <exception cref="RefusedRequest">It brings no key, or none that is known.</exception>
    public void Admit(HttpRequest request)
    {
        var offered = OfferedKeys.In(request).ToList();
        if (offered.Count == 0)
        {
            throw RefusedRequest.NoKey();
        }

        if (!offered.Any(IsKnown))
        {
            throw RefusedRequest.WrongKey();
        }
    }

    /// <summary>Compares with every hash, each in constant time, so that the time taken tells nothing about which is how near.</summary>
    private bool IsKnown(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var known = false;
        foreach (var candidate in _hashes)
        {
            known |= CryptographicOperations.FixedTimeEquals(hash, candidate);
        }

        return known;
    }
}
