using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Connections;

/// <summary>What members say once the time has passed.</summary>
internal static class After
{
    public static ConnectionStep Answered(Connection connection, string memberId, MemberAnswer answer)
    {
        if (connection.State != ConnectionState.Over)
        {
            return new ConnectionStep(connection, [], Accepted: false);
        }

        var answered = connection with
        {
            Members = [.. connection.Members.Select(member => member.Id == memberId ? member with { Answer = answer } : member)],
        };
        return new ConnectionStep(answered, Effects(AllWantAgain(connection), AllWantAgain(answered)), Accepted: true);
    }

    private static ImmutableArray<ConnectionEffect> Effects(bool before, bool now) => (before, now) switch
    {
        (false, true) => [new ConnectionEffect(ConnectionEffectKind.AllowAgain)],
        (true, false) => [new ConnectionEffect(ConnectionEffectKind.EndAgain)],
        _ => [],
    };

    private static bool AllWantAgain(Connection connection) =>
        connection.Members.Length >= 2 && connection.Members.All(member => member.Answer == MemberAnswer.AgainPlease);
}
