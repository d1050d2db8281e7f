using System.Runtime.InteropServices;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>JSON batching: at most 20 requests, with responses in an order the caller can't rely on.</summary>
internal sealed class BatchEndpoint(GraphRouter router, FaultRules faults, RequestCounters counters)
{
    private const int Most = 20;

    private int batches;

    public async ValueTask<GraphReply> AnswerAsync(GraphCall request)
    {
        counters.Add("graph.batch");
        if (Read(request, out var requests) is { } refusal)
        {
            return refusal;
        }

        var answers = new List<(string Id, GraphReply Reply)>();
        foreach (var one in requests)
        {
            var failed = one.DependsOn.Any(id => answers.Find(answer => answer.Id == id).Reply is not { Status: < 400 });
            answers.Add((one.Id, failed
                ? GraphReply.Error(424, "FailedDependency", "A request this one depends on failed.")
                : one.Refusal ?? await AnswerOneAsync(one.Request)));
        }

        new Random(Interlocked.Increment(ref batches)).Shuffle(CollectionsMarshal.AsSpan(answers));
        return GraphReply.Ok(writer => Write(writer, answers));
    }

    private async ValueTask<GraphReply> AnswerOneAsync(GraphCall request)
    {
        var rule = faults.Take(request.Method, request.BaseUrl[request.BaseUrl.LastIndexOf('/')..] + request.Path);
        if (rule is { AfterHandling: false, Status: { } status })
        {
            return Faulty(rule, status);
        }

        var real = await router.AnswerAsync(request);
        return rule?.Status is { } replaced ? Faulty(rule, replaced) : real;
    }

    private static GraphReply Faulty(FaultRule rule, int status) => new()
    {
        Status = status,
        Headers = new(rule.Headers),
        Json = rule.ContentType != "application/json" || rule.Body.Length == 0
            ? writer => writer.WriteStringValue(rule.Body)
            : writer => writer.WriteRawValue(rule.Body, skipInputValidation: true),
    };

    private static GraphReply? Read(GraphCall batch, out List<BatchedRequest> requests)
    {
        requests = [];
        if (batch.Body?.List("requests") is not { } items)
        {
            return GraphReply.BadRequest("Invalid batch payload format.");
        }

        if (items.Length is 0 or > Most)
        {
            return GraphReply.Error(400, "MaximumValueExceeded", $"Number of batch request steps exceeds the maximum value of {Most}.");
        }

        requests = [.. items.Select(item => BatchedRequest.Read(item, batch)).OfType<BatchedRequest>().DistinctBy(request => request.Id)];
        return requests.Count < items.Length
            ? GraphReply.BadRequest("Invalid batch payload: every request needs a unique id, a method and a url.")
            : null;
    }

    private static void Write(Utf8JsonWriter writer, List<(string Id, GraphReply Reply)> answers)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("responses");
        foreach (var (id, reply) in answers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteNumber("status", reply.Status);
            writer.WriteStartObject("headers");
            foreach (var (name, value) in reply.Headers)
            {
                writer.WriteString(name, value);
            }

            if (reply.Json is not null || reply.Bytes is not null)
            {
                writer.WriteString("Content-Type", reply.Json is null ? reply.ContentType : "application/json");
            }

            writer.WriteEndObject();
            if (reply.Json is { } json)
            {
                writer.WritePropertyName("body");
                json(writer);
            }
            else if (reply.Bytes is { } bytes)
            {
                writer.WriteBase64String("body", bytes);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
