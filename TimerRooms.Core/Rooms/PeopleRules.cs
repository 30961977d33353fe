namespace TimerRooms.Core.Rooms;

/// <summary>Who shares the room, what the owner decided about persons, and who drives.</summary>
internal static class PeopleRules
{
    public static Ruling Share(Room room, ShareWith share)
    {
        // anyone may start one, and must not learn by it who has an account here
        if (room.Temporary is not null) return Ruling.Refuse(RefusalKind.Invalid, "A temporary room is shared by its links. Save it to your rooms first.");
        if (!Enum.IsDefined(share.Role)) return Ruling.Refuse(RefusalKind.Invalid, "Choose what that person may do.");
        if (share.AccountId == room.OwnerId) return Ruling.Refuse(RefusalKind.Invalid, "That is the owner of this room.");
        var member = new RoomMember(share.AccountId, share.Name, share.Role);
        var index = room.Members.FindIndex(known => known.AccountId == share.AccountId);
        if (index >= 0) return room.Members[index] == member ? room : room with { Members = room.Members.SetItem(index, member) };
        if (room.Members.Count >= Room.MostMembers) return Ruling.Refuse(RefusalKind.Full, $"A room can be shared with {Room.MostMembers} people.");
        return room with { Members = room.Members.Add(member) };
    }

    public static Ruling StopSharing(Room room, StopSharing stop) =>
        room.Members.Find(member => member.AccountId == stop.AccountId) is { } member ? room with { Members = room.Members.Remove(member) } : room;

    public static Ruling Rename(Room room, RenamePerson rename) =>
        Titles.Clean(rename.Name) is { } name ? Set(room, rename.PersonId, rule => rule with { Name = name }) : SettingRules.NoName;

    public static Ruling SetViewer(Room room, SetPersonViewer set) => WithoutControl(Set(room, set.PersonId, rule => rule with { IsViewer = set.IsViewer }), set.PersonId);

    public static Ruling SetRemoved(Room room, SetPersonRemoved set) => WithoutControl(Set(room, set.PersonId, rule => rule.IsRemoved == set.IsRemoved ? rule : rule with
    {
        IsRemoved = set.IsRemoved,
        RemovedName = set.IsRemoved ? Titles.Clean(set.Name) : null,
        RemovedDevice = set.IsRemoved ? set.DeviceId : null,
    }), set.PersonId);

    public static Ruling SetPolicy(Room room, SetPolicy set)
    {
        if (!Enum.IsDefined(set.Policy)) return Ruling.Refuse(RefusalKind.Invalid, "Choose who may drive the timers.");
        return room.Policy == set.Policy ? room : room with { Policy = set.Policy, Holder = null };
    }

    public static Ruling Take(Room room, Actor actor, DateTimeOffset now)
    {
        if (actor.PersonId is not { } person) return Ruling.Refuse(RefusalKind.Invalid, "Give a name first.");
        if (room.Holder?.Id == person) return room;
        if (room.Holder is { } holder && RoomRights.RoleOf(actor, room, now) != RoomRole.Owner)
            return Ruling.Refuse(RefusalKind.Changed, $"{holder.Name} has control. Ask them to pass it to you.");
        return room with { Holder = new(person, actor.Name) };
    }

    public static Ruling Pass(Room room, PassControl pass, Actor actor, DateTimeOffset now)
    {
        if (room.Holder?.Id == pass.PersonId) return room;
        var mayPass = room.Holder is { } holder && holder.Id == actor.PersonId || RoomRights.RoleOf(actor, room, now) == RoomRole.Owner;
        if (!mayPass) return Ruling.Refuse(RefusalKind.Changed, room.Holder is { } other ? $"{other.Name} has control now." : "Take control first.");
        return room with { Holder = new(pass.PersonId, pass.Name) };
    }

    private static Ruling Set(Room room, string person, Func<PersonRule, PersonRule> change)
    {
        if (person == Actor.PersonOfAccount(room.OwnerId) || room.Temporary is { } temporary && person == Actor.PersonOfDevice(temporary.MakerDevice)) return Ruling.Refuse(RefusalKind.Invalid, "That is the owner of this room.");
        var index = room.Rules.FindIndex(rule => rule.Id == person);
        var known = index >= 0 ? room.Rules[index] : new PersonRule(person);
        var changed = change(known);
        if (changed == known) return room;
        if (index >= 0) return room with { Rules = room.Rules.SetItem(index, changed) };
        if (room.Rules.Count >= Room.MostRules) return Ruling.Refuse(RefusalKind.Full, "There are too many rules for persons. Make new links instead.");
        return room with { Rules = room.Rules.Add(changed) };
    }

    private static Ruling WithoutControl(Ruling ruling, string person) =>
        ruling.Next is { } room && room.Holder?.Id == person ? room with { Holder = null } : ruling;
}
