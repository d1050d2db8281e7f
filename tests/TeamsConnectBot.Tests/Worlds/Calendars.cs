using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Everybody's own calendar: empty until a test puts something in it.</summary>
internal sealed class Calendars
{
    private ImmutableList<(Guid Person, BusyBlock Block)> blocks = [];

    public void Block(Person person, Instant from, Instant to) =>
        ImmutableInterlocked.Update(ref blocks, (list, block) => list.Add((person.ObjectId, block)), new BusyBlock(from, to, BusyStatus.Busy));

    public IEnumerable<BusyBlock> Of(Person person, Instant from, Instant to) =>
        Volatile.Read(ref blocks).Where(entry => entry.Person == person.ObjectId && entry.Block.Start < to && from < entry.Block.End).Select(entry => entry.Block);
}
