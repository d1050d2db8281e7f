using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>Asking colleagues for help in a <see cref="World"/>.</summary>
internal static class HelpWorld
{
    public const string Words = "draaitabellen in Excel";

    /// <summary>The works council agreed to questions. No round starts before Thursday, so what people get is about questions.</summary>
    public static readonly (string Key, string Value)[] Settings =
    [
        ("Programme:Pools:0:Help:On", "true"), ("Programme:Pools:0:Help:AgreedBy", "the works council, decision 12"),
        ("Programme:Pools:0:RoundCron", "0 0 9 ? * THU"),
    ];

    public static Instant Tomorrow => World.At(IsoDayOfWeek.Tuesday, 17);

    extension(World world)
    {
        /// <summary>Has the host install the app and everybody else join; all but the first want to be asked about anything.</summary>
        public async Task PrepareAsync()
        {
            await world.JoinAllAsync();
            await world.Server.Teams.InstallAsync(SamplePeople.Host);
            await world.QuietAsync();
            await world.WantAsync(world.People.Skip(1), anything: true);
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        }

        public Task WantAsync(IEnumerable<Person> people, bool anything, params string[] topics) => world.WriteAsync(async db =>
        {
            foreach (var person in people)
            {
                var row = await db.Helpers.FindAsync(IdOf(person));
                row ??= db.Helpers.Add(new HelperRow { PersonId = IdOf(person) }).Entity;
                (row.Anything, row.Topics) = (anything, topics);
            }
        });

        /// <summary>Shows a question in full.</summary>
        /// <returns>The card, and the draft if there is one.</returns>
        public async Task<(BotFramework.Cards.AdaptiveCard Card, HelpRequestRow? Row)> PreviewAsync(
            Person asker, string words = Words, int minutes = 20, Instant? deadline = null)
        {
            var services = world.Service.Services;
            var person = await world.ReadAsync(db => db.Participants.SingleAsync(row => row.PersonId == IdOf(asker)));
            var card = await services.GetRequiredService<HelpSending>().PreviewAsync(
                person, new HelpQuestion(words, minutes, deadline ?? Tomorrow, "nl"), CancellationToken.None);
            return (card.Build(services.GetRequiredService<Delivery.CardComposer>().ReaderFor(person)), await world.QuestionOfAsync(asker));
        }

        /// <summary>Shows a question and sends it.</summary>
        /// <returns>The card that the click is answered with.</returns>
        public async Task<CardSnapshot> AskAsync(Person asker, string words = Words, int minutes = 20, Instant? deadline = null)
        {
            var (card, row) = await world.PreviewAsync(asker, words, minutes, deadline);
            return row is not null
                ? await world.SendAsync(asker, row, "help.send")
                : throw new AssertionException($"The question was refused: {System.Text.Json.JsonSerializer.Serialize(card)}");
        }

        /// <summary>Clicks a button of a card about a question.</summary>
        public async Task<CardSnapshot> SendAsync(
            Person person, HelpRequestRow row, string verb, params (string Input, string Value)[] inputs)
        {
            var welcome = world.MessagesTo(person)[0];
            var given = new JsonObject();
            foreach (var (input, value) in inputs)
            {
                given[input] = value;
            }

            var answer = await world.Server.Teams.ClickAsync(
                person, welcome.Id, verb, new JsonObject { ["id"] = $"{row.Id}", ["nonce"] = row.Nonce }, given);
            await world.QuietAsync();
            return new CardSnapshot(
                welcome.Id, null, answer.CardJson ?? throw new AssertionException($"The click was answered with '{answer.Message}'."));
        }

        public Task<HelpRequestRow?> QuestionOfAsync(Person asker) => world.ReadAsync(db => db.HelpRequests
            .Where(row => row.PersonId == IdOf(asker)).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync());

        /// <summary>Has somebody ask, and the first of those who are asked say yes.</summary>
        /// <returns>Who helps.</returns>
        public async Task<Person> FindHelperAsync(Person asker, string slot = "2")
        {
            await world.AskAsync(asker);
            await world.WaveAsync(asker, 0);
            var helper = world.Asked()[0];
            await world.ClickAsync(helper, "help.yes", ("slot", slot));
            return helper;
        }

        /// <summary>Who has a card on which they can say yes.</summary>
        public IReadOnlyList<Person> Asked() => [.. world.People.Where(person => world.HasButton(person, "help.yes"))];

        /// <summary>Moves the clock until the wave of that number, from 0, has gone out.</summary>
        public async Task WaveAsync(Person asker, int number)
        {
            var row = await world.QuestionOfAsync(asker) ?? throw new AssertionException("There is no question.");
            await world.UntilAsync(row.Waves[number]);
            await world.QuietAsync();
        }

        public Task<T> ReadAsync<T>(Func<ConnectDb, Task<T>> read) =>
            world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(read, CancellationToken.None);

        public Task WriteAsync(Func<ConnectDb, Task> write) =>
            world.Service.Services.GetRequiredService<Data.Database>().WriteAsync(write, CancellationToken.None);
    }

    public static string IdOf(Person person) => $"{person.ObjectId}";
}
