using System.Globalization;

namespace Renstra.Functions.Feed.OData;

/// <summary>
/// A request that is answered with an error: it is thrown wherever the trouble shows, inside the library's visitors too, and ends
/// in one place as an OData error.
/// </summary>
internal sealed class RefusedRequest : Exception
{
    /// <summary>For trouble that was waited for already.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private RefusedRequest(int status, string code, string message, string? detail = null, Exception? cause = null)
        : base(message, cause)
    {
        Status = status;
        Code = code;
        Detail = detail;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The stable code in the body.</summary>
    public string Code { get; }

    /// <summary>What the parser says, in English; null when there is nothing to add to the message.</summary>
    public string? Detail { get; }

    /// <summary>When it is worth asking again; null where that changes nothing.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static RefusedRequest Mistaken(string message) => new(StatusCodes.Status400BadRequest, "PermintaanKeliru", message);

    public static RefusedRequest NotUnderstood(Exception cause) => new(
        StatusCodes.Status400BadRequest,
        "PermintaanKeliru",
        "Permintaan tidak dapat dipahami. Periksa nama kolom, tanda kutip, dan penulisan tanggal (2024-07-01).",
        cause.Message,
        cause);

    public static RefusedRequest NoKey() => new(
        StatusCodes.Status401Unauthorized,
        "KunciDiperlukan",
        "Umpan data ini memerlukan kunci: sebagai kata sandi (Basic), header x-functions-key, atau parameter code.");

    public static RefusedRequest WrongKey() => new(
        StatusCodes.Status401Unauthorized, "KunciSalah", "Kunci tidak dikenal. Mintalah kunci yang berlaku kepada pengelola Renstra.");

    public static RefusedRequest NotFound(string message, Exception? cause = null) =>
        new(StatusCodes.Status404NotFound, "TidakDitemukan", message, cause?.Message, cause);

    public static RefusedRequest NotAllowed() => new(
        StatusCodes.Status405MethodNotAllowed, "HanyaBaca", "Umpan data ini hanya dapat dibaca (GET dan HEAD).");

    public static RefusedRequest NotAcceptable(IReadOnlyList<string> offered) => new(
        StatusCodes.Status406NotAcceptable, "FormatTidakTersedia", $"Jawaban hanya tersedia sebagai {string.Join(" atau ", offered)}.");

    public static RefusedRequest TooLong(int limit) => new(
        StatusCodes.Status414UriTooLong,
        "AlamatTerlaluPanjang",
        string.Create(CultureInfo.InvariantCulture, $"Alamat permintaan terlalu panjang: paling banyak {limit} byte. Rangkaian or menjadi lebih pendek dengan in (…)."));

    public static RefusedRequest NotOffered(string what) => new(
        StatusCodes.Status501NotImplemented, "TidakTersedia", $"Umpan data ini tidak menyediakan {what}.");

    public static RefusedRequest StorageTrouble(Exception cause) => new(
        StatusCodes.Status503ServiceUnavailable, "PenyimpananTerganggu", "Penyimpanan data sedang terganggu. Cobalah beberapa saat lagi.", cause: cause)
    {
        RetryAfter = Later,
    };

    public static RefusedRequest TooLate() => new(
        StatusCodes.Status503ServiceUnavailable, "WaktuHabis", "Permintaan ini terlalu lama dikerjakan sehingga dihentikan. Persempit dengan $filter atau $top, lalu cobalah lagi.")
    {
        RetryAfter = Later,
    };

    public static RefusedRequest TooMany() => new(
        StatusCodes.Status429TooManyRequests, "SedangSibuk", "Umpan data sedang melayani terlalu banyak permintaan. Cobalah beberapa detik lagi.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static RefusedRequest Bug(Exception cause) => new(
        StatusCodes.Status500InternalServerError, "KesalahanSistem", "Terjadi kesalahan pada sistem. Sampaikan waktu kejadian ini kepada pengelola Renstra.", cause: cause);
}
