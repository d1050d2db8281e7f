using System.Net;

namespace TeamsConnectBot.Tests.Status;

/// <summary>An answer of <c>/health/ready</c>.</summary>
internal sealed record ReadyAnswer(HttpStatusCode Code, string Body)
{
    // Ten minutes: only guards against waiting forever, however busy the machine is.
    private const int Attempts = 12_000;

    private JsonNode Json { get; } = JsonNode.Parse(Body)!;

    public string Status => (string)Json["status"]!;

    public string Says => (string)Json["says"]!;

    public IEnumerable<string> Parts => Json["parts"]!.AsObject().Select(part => part.Key);

    /// <summary>Whether every part was just checked.</summary>
    public bool IsSettled => Parts.All(part => State(part) != "unknown" && Part(part)["secondsOld"] is null);

    public string State(string part) => (string)Part(part)["state"]!;

    public string SaysOf(string part) => (string)Part(part)["says"]!;

    public string? DoOf(string part) => (string?)Part(part)["do"];

    public string? Reason(string part) => (string?)Part(part)["reason"];

    public Instant Since(string part) => Instant.FromDateTimeOffset(DateTimeOffset.Parse((string)Part(part)["since"]!, null));

    public static async Task<ReadyAnswer> OnceAsync(Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };
        using var answer = await http.GetAsync("/health/ready");
        return new ReadyAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Asks until all checks have ended, some of which take longer than an answer may.</summary>
    public static Task<ReadyAnswer> SettledAsync(Uri service) => UntilAsync(service, answer => answer.IsSettled);

    public static async Task<ReadyAnswer> UntilAsync(Uri service, Func<ReadyAnswer, bool> condition, Func<Task>? meanwhile = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await OnceAsync(service);
            if (condition(answer))
            {
                return answer;
            }

            Assert.That(attempt, Is.LessThan(Attempts), () => answer.Body);
            await Task.Delay(50);
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
        }
    }

    private JsonNode Part(string part) => Json["parts"]![part]!;
}
