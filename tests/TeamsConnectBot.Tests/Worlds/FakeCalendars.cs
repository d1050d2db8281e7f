using System.Collections.Immutable;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>The calendars of everybody in a <see cref="World"/>: empty until a test blocks time in one.</summary>
internal sealed class FakeCalendars
{
    private ImmutableList<(Guid Person, BusyBlock Block)> blocks = [];

    public void Block(Person person, Instant from, Instant to) =>
        ImmutableInterlocked.Update(ref blocks, list => list.Add((person.ObjectId, new BusyBlock(from, to, BusyStatus.Busy))));

    public IEnumerable<BusyBlock> Of(Person person, Instant from, Instant to) =>
        Volatile.Read(ref blocks).Where(entry => entry.Person == person.ObjectId && entry.Block.Start < to && from < entry.Block.End)
            .Select(entry => entry.Block);
}
