using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>
/// The process crashes in one step of a question, at a request or at a commit, and whoever clicked clicks again: everybody gets every
/// message once, apart from one that is in doubt, and the question goes on to its thanks.
/// </summary>
internal sealed class HelpStepCrashTests : WorldTests
{
    private const string Words = "Dank je, dit scheelt me een middag";

    /// <summary>The steps, in their order.</summary>
    internal enum Step
    {
        Send, Wave, Report, Yes, Thanks,
    }

    [Test]
    public Task Crash_AtARequest_LosesAndDoublesNothing(
        [Values("Send 1", "Send 3", "Report 1", "Yes 1", "Yes 2", "Yes 3", "Yes 4", "Yes 5", "Thanks 1")] string point,
        [Values] bool afterHandling) =>
        PlayAsync(StepOf(point), world => world.CrashAt(NumberOf(point), afterHandling));

    // A crash just after a commit is like one just before the next, or at the request between them.
    [Test]
    public Task Crash_BeforeACommit_LosesAndDoublesNothing(
        [Values(
            "Send 1", "Wave 1", "Wave 2", "Wave 3", "Report 1", "Report 2", "Report 3", "Yes 1", "Yes 2", "Yes 3", "Yes 4", "Yes 6",
            "Thanks 1", "Thanks 2", "Thanks 3")] string point) =>
        PlayAsync(StepOf(point), world => world.CrashAtCommit(NumberOf(point), afterCommit: false));

    private static Step StepOf(string point) => Enum.Parse<Step>(point.Split(' ')[0]);

    private static int NumberOf(string point) => int.Parse(point.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task PlayAsync(Step crashing, Action<World> plan)
    {
        var world = await StartAsync(SamplePeople.Of(14), [.. HelpWorld.Settings, ("Engine:SendAtOnce", "1")]);
        await world.PrepareAsync();
        var asker = world.People[0];
        var before = world.Tenant.People.All.ToDictionary(person => person.Id, person => world.MessagesTo(person).Count);
        var (_, draft) = await world.PreviewAsync(asker);
        await StepAsync(Step.Send, () => TapAsync(draft!, "help.send"));
        var row = (await world.QuestionOfAsync(asker))!;
        await StepAsync(Step.Wave, () => world.UntilAsync(row.Waves[0] + Duration.FromMinutes(20)));
        var asked = world.Asked();
        var cards = asked.ToDictionary(person => person.Id, person => world.CardWith(person, "help.yes"));
        await StepAsync(Step.Report, () => world.TapAsync(asked[0], cards[asked[0].Id], "help.report"));
        await StepAsync(Step.Yes, () => world.TapAsync(asked[1], cards[asked[1].Id], "help.yes", ("slot", "0")));
        await world.UntilAsync(world.EventOf(asker).End + Duration.FromMinutes(20));
        await StepAsync(Step.Thanks, async () =>
        {
            await TapAsync(row, "help.helped", ("helped", "yes"));
            await TapAsync(row, "help.thanks", ("words", Words));
        });
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        var over = (await world.QuestionOfAsync(asker))!;
        Assert.That((over.State, over.Outcome, over.Thanks), Is.EqualTo((HelpRequestState.Over, HelpOutcome.Helped, Words)));
        var inDoubt = world.Report().InDoubt;
        Assert.That(inDoubt, Is.LessThanOrEqualTo(1), "one message is sent at a time");

        // The question, the meeting, the thanks; and 'did it help?', which only the asker gets.
        var got = new[] { asker, asked[0], asked[1], SamplePeople.Host }
            .Select(person => world.MessagesTo(person).Count - before[person.Id]).ToList();
        int[] expected = [2, 1, 3, 1];
        Assert.That(got.Zip(expected).Select(pair => pair.First - pair.Second), Is.All.InRange(0, inDoubt), string.Join(' ', got));
        Assert.That(got.Sum() - expected.Sum(), Is.LessThanOrEqualTo(inDoubt));
        var others = world.People.Except([asker, asked[0], asked[1]]).Select(person => world.MessagesTo(person).Count - before[person.Id]);
        Assert.That(others, Is.All.LessThanOrEqualTo(1), "asked at most once");

        async Task StepAsync(Step step, Func<Task> act)
        {
            if (step == crashing)
            {
                plan(world);
            }

            await act();
            await world.QuietAsync();
            Assert.That(world.HasCrashed, Is.EqualTo(step == crashing), $"{step}");
            if (step == crashing)
            {
                await world.RestartAfterCrashAsync();
                await act();
                await world.QuietAsync();
            }
        }

        Task TapAsync(HelpRequestRow about, string verb, params (string Input, string Value)[] inputs) => world.Server.Teams.ClickAsync(
            asker, world.MessagesTo(asker)[0].Id, verb, new JsonObject { ["id"] = $"{about.Id}", ["nonce"] = about.Nonce },
            new JsonObject(inputs.Select(input => KeyValuePair.Create<string, JsonNode?>(input.Input, input.Value))));
    }
}
