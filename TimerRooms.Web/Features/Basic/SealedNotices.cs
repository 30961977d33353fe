using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Basic;

/// <summary>
/// Notices on their way through an address, sealed for one person and one room, so that nobody can make a page say what
/// did not happen. What was done is told until the page first looks again, what was not a little longer.
/// </summary>
internal sealed class SealedNotices(IDataProtectionProvider protection)
{
    public static readonly TimeSpan LifeOfDone = TimeSpan.FromSeconds(10), LifeOfError = TimeSpan.FromMinutes(1);

    private const char Done = '+', Error = '!';

    public string Seal(Notice notice, Guid room, Actor reader) =>
        ProtectorFor(room, reader).Protect((notice.IsError ? Error : Done) + notice.Text, notice.IsError ? LifeOfError : LifeOfDone);

    public Notice? Open(string? told, Guid room, Actor reader)
    {
        if (string.IsNullOrEmpty(told)) return null;
        try
        {
            var text = ProtectorFor(room, reader).Unprotect(told);
            return new Notice(text[1..], isError: text[0] == Error);
        }
        catch (CryptographicException)
        {
            return null;  // too old by now, someone else's or forged: there is nothing to tell
        }
    }

    internal ITimeLimitedDataProtector ProtectorFor(Guid room, Actor reader) =>
        protection.CreateProtector("TimerRooms.Basic.Notice", reader.PersonId ?? "", room.ToString()).ToTimeLimitedDataProtector();
}
