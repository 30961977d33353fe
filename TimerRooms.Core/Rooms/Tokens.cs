using System.Security.Cryptography;
using System.Text;

namespace TimerRooms.Core.Rooms;

/// <summary>What stands in a link and cannot be guessed.</summary>
public static class Tokens
{
    /// <summary>Characters of a token: 22 of 62 kinds are 131 bits.</summary>
    public const int Length = 22;

    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>All that is kept of one that is shown once: SHA-256, in hexadecimal.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string New() => RandomNumberGenerator.GetString(Base62, Length);
}
