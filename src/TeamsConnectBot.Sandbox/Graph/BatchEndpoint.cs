using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>JSON batching: at most 20 parts, answered in no order the caller may rely on.</summary>
internal sealed class BatchEndpoint(GraphRouter router, FaultRules faults, RequestCounters counters)
{
    private const int Most = 20;

    private long batches;

    public async ValueTask<GraphReply> AnswerAsync(GraphCall request)
    {
        counters.Add("graph.batch");
        if (ReadParts(request, out var parts) is { } refusal)
        {
            return refusal;
        }

        var answers = new List<(string Id, GraphReply Reply)>();
        foreach (var part in parts)
        {
            var failed = part.DependsOn.Any(id => answers.Find(answer => answer.Id == id).Reply is not { Status: < 400 });
            answers.Add((part.Id, failed
                ? GraphReply.Error(424, "FailedDependency", "A request this one depends on failed.")
                : await AnswerPartAsync(part)));
        }

        Shuffle(answers);
        return GraphReply.Ok(writer => Write(writer, answers));
    }

    private async ValueTask<GraphReply> AnswerPartAsync(BatchedRequest part)
    {
        if (part.Refusal is not null)
        {
            return part.Refusal;
        }

        var path = part.Request.BaseUrl[part.Request.BaseUrl.LastIndexOf('/')..] + part.Request.Path;
        if (faults.Take(part.Request.Method, path) is not { } rule)
        {
            return await router.AnswerAsync(part.Request);
        }

        if (rule.AfterHandling || rule.Status is null)
        {
            var real = await router.AnswerAsync(part.Request);
            if (rule.Status is null)
            {
                return real;
            }
        }

        return FaultyReply(rule);
    }

    private static GraphReply FaultyReply(FaultRule rule)
    {
        var headers = new Dictionary<string, string>(rule.Headers);
        if (rule.ContentType != "application/json" || rule.Body.Length == 0)
        {
            return new GraphReply { Status = rule.Status!.Value, Headers = headers, Json = writer => writer.WriteStringValue(rule.Body) };
        }

        return new GraphReply { Status = rule.Status!.Value, Headers = headers, Json = writer => writer.WriteRawValue(rule.Body, skipInputValidation: true) };
    }

    private static GraphReply? ReadParts(GraphCall request, out List<BatchedRequest> parts)
    {
        parts = [];
        if (request.Body is not { } body || body.Property("requests") is not { ValueKind: JsonValueKind.Array } list)
        {
            return GraphReply.BadRequest("Invalid batch payload format.");
        }

        if (list.GetArrayLength() is 0 or > Most)
        {
            return GraphReply.Error(400, "MaximumValueExceeded", $"Number of batch request steps exceeds the maximum value of {Most.ToString(CultureInfo.InvariantCulture)}.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (BatchedRequest.Read(item, request) is not { } part || !ids.Add(part.Id))
            {
                return GraphReply.BadRequest("Invalid batch payload: every request needs a unique id, a method and a url.");
            }

            parts.Add(part);
        }

        return null;
    }

    private void Shuffle(List<(string Id, GraphReply Reply)> answers)
    {
        var random = new SeededRandom((ulong)Interlocked.Increment(ref batches));
        for (var index = answers.Count - 1; index > 0; index--)
        {
            var other = random.Next(index + 1);
            (answers[index], answers[other]) = (answers[other], answers[index]);
        }
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
