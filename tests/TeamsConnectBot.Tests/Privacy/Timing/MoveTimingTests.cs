using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Privacy.Timing;

/// <summary>
/// One of two people can't make it and is offered another slot. Whatever they answer, even nothing, and whatever the partner looks at
/// or does meanwhile, the partner sees the same until the choice takes effect.
/// </summary>
internal sealed partial class MoveTimingTests : WorldTests
{
    private readonly Dictionary<(bool, string?), Task<Seen>> played = [];

    [TestCase(false)]
    [TestCase(true)]
    public async Task OfferToMove_WhateverIsAnswered_PartnerSeesTheSameUntilItTakesEffect(bool otherCantMakeItEither)
    {
        var silence = await PlayOnceAsync(otherCantMakeItEither, null);
        Assert.That(silence.Before, Is.Not.Empty);
        Assert.That(silence.After, Has.Some.Contains("There is news about your appointment."));
        foreach (var answer in new[] { "connection.move", "connection.callOff", "connection.keep" })
        {
            var answered = await PlayOnceAsync(otherCantMakeItEither, answer);
            Onlooker.AssertSame(answered.Before, silence.Before, $"before the choice takes effect, with {answer}");
            if (answer == "connection.callOff")
            {
                Onlooker.AssertSame(answered.After, silence.After, "calling off must look the same as not answering");
            }
        }
    }

    [Test]
    public async Task CallOff_WithASentence_ShowsOnlyTheSentence_AndOnlyOnceItTakesEffect()
    {
        var silence = await PlayOnceAsync(false, null);
        var said = await PlayAsync(false, "connection.callOff", sentence: "TooBusy");

        Onlooker.AssertSame(said.Before, silence.Before, "before the choice takes effect");
        Assert.That(said.After, Has.Some.Contains("too busy for me now"));
        Onlooker.AssertSame([.. said.After.Select(line => Line().Replace(line, ""))], silence.After, "apart from the chosen sentence");
    }

    [Test]
    public async Task CantMakeIt_KeptAfterAll_PartnerSeesNoDifference()
    {
        var nothing = await PlayAsync(false, null, saysSo: false);
        var kept = await PlayOnceAsync(false, "connection.keep");

        Onlooker.AssertSame(kept.Before, nothing.Before, "while the choice was open");
        Onlooker.AssertSame(kept.After, nothing.After, "from then on");
    }

    // Two tests compare with some of these worlds.
    private Task<Seen> PlayOnceAsync(bool otherCantMakeItEither, string? answer) =>
        played.TryGetValue((otherCantMakeItEither, answer), out var seen)
            ? seen
            : played[(otherCantMakeItEither, answer)] = PlayAsync(otherCantMakeItEither, answer);

    private async Task<Seen> PlayAsync(
        bool otherCantMakeItEither, string? answer, bool saysSo = true, string sentence = "none")
    {
        var world = await StartAsync(2);
        var (one, other) = (world.People[0], world.People[1]);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 30);
        var onlooker = new Onlooker(world.Tenant, one, () => []);
        onlooker.Take();
        if (saysSo)
        {
            await world.ClickAsync(one, "connection.cantMakeIt");
        }

        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Tuesday, 12, 41));
        if (answer is not null)
        {
            await world.ClickAsync(one, answer, answer == "connection.move" ? [("moment", "0")] : [("sentence", sentence)]);
        }

        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Tuesday, 12, 50));
        await ExportAsync(world, other);
        if (otherCantMakeItEither)
        {
            onlooker.Note((await world.ClickAsync(other, "connection.cantMakeIt")).Json);
        }

        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Tuesday, 12, 59));
        var before = onlooker.Take();

        // Of these worlds nothing is compared after that.
        var isOver = answer == "connection.move" || (answer == "connection.keep" && otherCantMakeItEither);
        await onlooker.WatchAsync(world.Service.Clock, isOver ? World.At(IsoDayOfWeek.Tuesday, 14) : World.At(IsoDayOfWeek.Friday, 20));
        return new Seen(before, onlooker.Take());
    }

    // The element of the card that holds the sentence.
    [GeneratedRegex("""\{"type":"TextBlock","text":"[^"]* says: [^"]*"[^}]*\},""")]
    private static partial Regex Line();

    // Everything stored about a person, which they can export at any time.
    private static async Task ExportAsync(World world, Person person)
    {
        await world.Server.Teams.SayAsync(person, "my data");
        await world.QuietAsync();
        await world.ClickAsync(person, "myData.export");
    }

    private sealed record Seen(IReadOnlyList<string> Before, IReadOnlyList<string> After);
}
