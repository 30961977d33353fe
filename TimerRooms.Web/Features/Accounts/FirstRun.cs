using System.Security.Cryptography;
using System.Text;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Whether the server still waits for its owner, and the one-time code that makes one. Closed for good by the first account.</summary>
public sealed class FirstRun
{
    // no letter that reads like a digit: the code is typed from a console
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private volatile bool isOpen;

    public bool IsOpen => isOpen;

    /// <summary>Eight letters in two groups, 40 random bits; new at every start.</summary>
    public string SetupCode { get; } = $"{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}";

    public bool Accepts(string typed) =>
        isOpen && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Plain(typed)), Encoding.UTF8.GetBytes(Plain(SetupCode)));

    internal void Open() => isOpen = true;

    internal void Close() => isOpen = false;

    private static string Plain(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
