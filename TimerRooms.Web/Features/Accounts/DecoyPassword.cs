using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// A hash that no password matches and that costs exactly as much to try as a real one: without it, an unknown e-mail address
/// would be answered at once and so be told from a known one.
/// </summary>
internal static class DecoyPassword
{
    public const int Iterations = 220_000;

    private const int Sha512 = 2, SaltSize = 16, KeySize = 32;

    public static readonly string Hash = Make();

    /// <summary>Identity's third format: a mark, the function, the rounds and the size of the salt, salt, key.</summary>
    private static string Make()
    {
        var hash = new byte[13 + SaltSize + KeySize];
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), Sha512);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), SaltSize);
        RandomNumberGenerator.Fill(hash.AsSpan(13));
        return Convert.ToBase64String(hash);
    }
}
