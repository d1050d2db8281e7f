using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>How one person's row in the response is read.</summary>
internal sealed class ScheduleReadingTests : ScheduleFixture
{
    [TestCase("busy")]
    [TestCase("Busy")]
    [TestCase("TENTATIVE")]
    [TestCase("oof")]
    [TestCase("unknown")]
    [TestCase("somethingNew")]
    [TestCase(null)]
    public async Task Item_NotKnownToBeFree_IsBusy(string? status)
    {
        var answer = await AnswerToAsync(Items(Item(status, "2026-01-12T09:00:00.0000000", "2026-01-12T09:30:00.0000000")));

        Assert.That(((KnownSchedule)answer).Busy, Is.EqualTo(new[] { new Interval(At(12, 9), At(12, 9, 30)) }));
    }

    [TestCase("free")]
    [TestCase("Free")]
    [TestCase("workingElsewhere")]
    [TestCase("WorkingElsewhere")]
    public async Task Item_FreeOrWorkingElsewhere_IsNotBusy(string status)
    {
        var answer = await AnswerToAsync(Items(Item(status, "2026-01-12T09:00:00.0000000", "2026-01-12T10:00:00.0000000")));

        Assert.That(((KnownSchedule)answer).Busy, Is.Empty);
    }

    [Test]
    public async Task Items_OverlappingOrTouching_AreMergedInOrderAndClippedToTheWindow()
    {
        var answer = await AnswerToAsync(Items(
            Item("busy", "2026-01-12T10:00:00.0000000", "2026-01-12T11:00:00.0000000"),
            Item("oof", "2026-01-11T22:00:00.0000000", "2026-01-12T01:00:00.0000000"),
            Item("busy", "2026-01-12T11:00:00.0000000", "2026-01-12T11:30:00.0000000"),
            Item("tentative", "2026-01-12T10:15:00.0000000", "2026-01-12T10:30:00.0000000")));

        Assert.That(
            ((KnownSchedule)answer).Busy,
            Is.EqualTo(new[] { new Interval(At(12, 0), At(12, 1)), new Interval(At(12, 10), At(12, 11, 30)) }));
    }

    [TestCase("UTC", 9)]
    [TestCase("tzone://Microsoft/Utc", 9)]
    [TestCase("W. Europe Standard Time", 8)]
    [TestCase("Europe/Amsterdam", 8)]
    [TestCase("india standard time", 4)]
    public async Task Item_InAnyNamedZone_IsTheRightInstant(string zone, int utcHour)
    {
        var minute = zone.StartsWith('i') ? 0 : 30;
        var answer = await AnswerToAsync(Items(Item("busy", "2026-01-12T09:30:00.0000000", "2026-01-12T10:00:00.0000000", zone)));

        Assert.That(((KnownSchedule)answer).Busy.Single().Start, Is.EqualTo(At(12, utcHour, minute)));
    }

    [TestCase(
        """{"status":"busy","start":{"dateTime":"yesterday","timeZone":"UTC"},"""
        + """ "end":{"dateTime":"2026-01-12T10:00:00.0000000","timeZone":"UTC"}}""")]
    [TestCase(
        """{"status":"busy","start":{"dateTime":"2026-01-12T09:00:00.0000000","timeZone":"Mars/Olympus"},"""
        + """ "end":{"dateTime":"2026-01-12T10:00:00.0000000","timeZone":"UTC"}}""")]
    [TestCase(
        """{"status":"busy","start":{"dateTime":"2026-01-12T11:00:00.0000000","timeZone":"UTC"},"""
        + """ "end":{"dateTime":"2026-01-12T10:00:00.0000000","timeZone":"UTC"}}""")]
    [TestCase("""{"status":"busy","end":{"dateTime":"2026-01-12T10:00:00.0000000","timeZone":"UTC"}}""")]
    [TestCase("""{"status":7}""")]
    [TestCase("\"busy\"")]
    public async Task Item_Unreadable_MakesThePersonUnknownRatherThanFree(string item)
    {
        var answer = await AnswerToAsync($$"""{"scheduleItems":[{{item}}]}""");

        Assert.That(answer, Is.EqualTo(new UnknownSchedule("anna", ScheduleFailure.Unreadable)));
    }

    [Test]
    public async Task Row_WithNeitherItemsNorView_IsUnknown()
    {
        Assert.That(await AnswerToAsync("{}"), Is.EqualTo(new UnknownSchedule("anna", ScheduleFailure.Unreadable)));
    }

    [Test]
    public async Task View_WithoutItems_IsUsedInstead()
    {
        var window = new Interval(At(12, 9), At(12, 10, 30));

        var answer = await AnswerToAsync("""{"availabilityView":"012340"}""", window);

        Assert.That(((KnownSchedule)answer).Busy, Is.EqualTo(new[] { new Interval(At(12, 9, 15), At(12, 10)) }));
    }

    [Test]
    public async Task View_BusierThanTheItems_Counts()
    {
        var answer = await AnswerToAsync("""{"availabilityView":"2000","scheduleItems":[]}""", new Interval(At(12, 9), At(12, 10)));

        Assert.That(((KnownSchedule)answer).Busy, Is.EqualTo(new[] { new Interval(At(12, 9), At(12, 9, 15)) }));
    }

    [Test]
    public async Task View_OfTheWrongLengthAndNoItems_IsUnknown()
    {
        var answer = await AnswerToAsync("""{"availabilityView":"00"}""");
        
        Assert.That(answer, Is.EqualTo(new UnknownSchedule("anna", ScheduleFailure.Unreadable)));
    }

    [TestCase("ErrorMailRecipientNotFound", ScheduleFailure.NoMailbox)]
    [TestCase("ErrorAccessDenied", ScheduleFailure.NoAccess)]
    [TestCase("ErrorServerBusy", ScheduleFailure.Throttled)]
    [TestCase("5006", ScheduleFailure.TooMany)]
    [TestCase("ErrorNobodyKnows", ScheduleFailure.Unreadable)]
    public async Task Row_WithAnError_IsUnknownForThatReason(string code, ScheduleFailure reason)
    {
        var answer = await AnswerToAsync($$"""{"error":{"message":"An error","responseCode":"{{code}}"} }""");

        Assert.That(answer, Is.EqualTo(new UnknownSchedule("anna", reason)));
    }

    [Test]
    public async Task WorkingElsewhere_AllDay_IsReadOnlyAsNotBusy()
    {
        var elsewhere = await AnswerToAsync(Items(Item("workingElsewhere", "2026-01-13T00:00:00.0000000", "2026-01-14T00:00:00.0000000")));

        var known = (KnownSchedule)elsewhere;
        Assert.That((known.Busy.Count, known.Entries.Count, known.Hours), Is.EqualTo((0, 0, (MailboxHours?)null)));
        Assert.That(
            typeof(KnownSchedule).GetProperties().Select(property => property.Name),
            Is.EquivalentTo(new[] { "PersonId", "Busy", "Hours", "Entries" }));
    }

    [Test]
    public async Task SubjectAndLocation_InTheResponse_AreNeitherKeptNorLogged()
    {
        var answer = await AnswerToAsync("""
            {"scheduleItems":[{"isPrivate":false,"status":"busy","subject":"Reorganisation","location":"Room 9",
              "start":{"dateTime":"2026-01-12T09:00:00.0000000","timeZone":"UTC"},
              "end":{"dateTime":"2026-01-12T10:00:00.0000000","timeZone":"UTC"}}]}
            """);

        Assert.That(answer.ToString(), Does.Not.Contain("Reorganisation").And.Not.Contain("Room 9"));
        Assert.That(Log.All, Is.Empty);
    }

    private static string Items(params string[] items) => $$"""{"scheduleItems":[{{string.Join(',', items)}}]}""";

    private static string Item(string? status, string start, string end, string zone = "UTC") =>
        $$"""{"status":{{(status is null ? "null" : $"\"{status}\"")}},"start":{"dateTime":"{{start}}","timeZone":"{{zone}}"},"""
        + $$"""  "end":{"dateTime":"{{end}}","timeZone":"{{zone}}"} }""";
}
