using System.Security.Cryptography;
using System.Text;

namespace Renstra.LocalHost.Azurite;

/// <summary>A storage account that Azurite serves when it is told of it at its start; accounts share nothing.</summary>
/// <param name="Name">3 to 24 lower-case letters and digits, as Azure demands.</param>
/// <param name="Key">The account key, base64.</param>
public sealed record AzuriteAccount(string Name, string Key)
{
    /// <summary>
    /// The account of that name, always with the same key, so that kept data can be opened again. The key protects nothing:
    /// Azurite listens on loopback alone.
    /// </summary>
    public static AzuriteAccount Named(string name) =>
        new(name, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("Azurite account " + name))));
}
