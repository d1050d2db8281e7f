using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Tests.Organisation;

internal sealed class GeneratedOrganisationTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 0, 0);

    [Test]
    public void Organisation_SameSeed_IsTheSame()
    {
        var first = GeneratedOrganisation.Create(200, 7);
        var second = GeneratedOrganisation.Create(200, 7);

        Assert.Multiple(() =>
        {
            Assert.That(second.People, Is.EqualTo(first.People));
            Assert.That(
                second.BusyTime(second.People[3], Monday, Monday + Duration.FromDays(70)),
                Is.EqualTo(first.BusyTime(first.People[3], Monday, Monday + Duration.FromDays(70))));
        });
    }

    [Test]
    public void Organisation_AnotherSeed_HasOtherNames()
    {
        var names = GeneratedOrganisation.Create(60, 1).People.Select(person => person.Name);

        Assert.That(GeneratedOrganisation.Create(60, 2).People.Select(person => person.Name), Is.Not.EqualTo(names));
    }

    [TestCase(12)]
    [TestCase(60)]
    public void Organisation_OfTwelveOrMore_HasEveryEdgeCase(int size)
    {
        var people = GeneratedOrganisation.Create(size, 1).People;

        Assert.Multiple(() =>
        {
            Assert.That(people[EdgeCasePeople.WithoutMailbox].HasMailbox, Is.False);
            Assert.That(people[EdgeCasePeople.CustomZone].ZoneForm, Is.EqualTo(ZoneForm.Custom));
            Assert.That(people[EdgeCasePeople.WindowsZone].ZoneForm, Is.EqualTo(ZoneForm.Windows));
            Assert.That(people[EdgeCasePeople.PartTimer].WorkingHours.Days.List().Count(), Is.EqualTo(2));
            Assert.That(
                people[EdgeCasePeople.NightShift].WorkingHours.End, Is.LessThan(people[EdgeCasePeople.NightShift].WorkingHours.Start));
            Assert.That(people[EdgeCasePeople.WeekendWorker].WorkingHours.Days.Contains(IsoDayOfWeek.Sunday), Is.True);
        });
    }

    [Test]
    public void Managers_ThousandPeople_ManageAtMostEightInTheirDepartmentWithoutCycles()
    {
        var people = GeneratedOrganisation.Create(1000, 1).People;
        var directory = new PeopleDirectory(people);
        var inDepartment = people.Where(person => directory.ManagerOf(person)?.Department == person.Department)
            .GroupBy(person => person.ManagerId).Max(group => group.Count());

        Assert.Multiple(() =>
        {
            Assert.That(people.Count(person => person.ManagerId is null), Is.EqualTo(1));
            Assert.That(inDepartment, Is.LessThanOrEqualTo(9), "eight, and one more where the director's own department has a head");
            Assert.That(people.All(person => StepsToTheTop(directory, person) < 10), Is.True);
        });
    }

    [Test]
    public void Meetings_ThousandPeople_HaveAMedianOfAboutFourteenHoursAWeek()
    {
        var data = GeneratedOrganisation.Create(1000, 1);
        var hours = data.People.Where(person => person.WorkingHours.Days == Weekdays.WorkWeek)
            .Select(person => data.BusyTime(person, Monday, Monday + Duration.FromDays(7)).Where(block => !block.AllDay)
                .Sum(block => (block.End - block.Start).TotalHours))
            .Order().ToList();

        Assert.That(hours[hours.Count / 2], Is.InRange(11.5, 15.5));
    }

    [Test]
    public void Meetings_OfOnePerson_NeverOverlap_AndAreWithinWorkingHours()
    {
        var data = GeneratedOrganisation.Create(60, 3);
        foreach (var person in data.People)
        {
            var blocks = data.BusyTime(person, Monday, Monday + Duration.FromDays(28)).Where(block => !block.AllDay)
                .OrderBy(block => block.Start).ToList();
            Assert.That(blocks.Zip(blocks.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), Is.True, person.Id);
            Assert.That(blocks.All(block => InHours(person, block)), Is.True, person.Id);
        }
    }

    [Test]
    public void Meetings_RequestedInParts_AreTheSameAsRequestedAtOnce()
    {
        var data = GeneratedOrganisation.Create(20, 1);
        var whole = data.BusyTime(data.People[2], Monday, Monday + Duration.FromDays(14)).ToHashSet();
        var pieces = Enumerable.Range(0, 14).Select(day => Monday + Duration.FromDays(day))
            .SelectMany(day => data.BusyTime(data.People[2], day, day + Duration.FromDays(1))).ToHashSet();

        Assert.That(pieces, Is.EquivalentTo(whole));
    }

    [Test]
    public void AiUse_ThousandPeople_RangesFromNeverToNearlyAlways()
    {
        var data = GeneratedOrganisation.Create(1000, 1);
        var monday = new LocalDate(2026, 3, 2);
        var shares = data.People.Where(person => person.WorkingHours.Days == Weekdays.WorkWeek)
            .Select(person => Enumerable.Range(0, 14).Count(day => data.UsedAi(person, monday.PlusDays(day))) / 10.0).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(shares.Count(share => share < 0.15) / (double)shares.Count, Is.InRange(0.25, 0.45));
            Assert.That(shares.Count(share => share > 0.8) / (double)shares.Count, Is.InRange(0.1, 0.35));
        });
    }

    private static bool InHours(Person person, BusyBlock block)
    {
        var day = block.Start.InZone(person.TimeZone).Date;
        return new[] { day.PlusDays(-1), day }.Any(date =>
        {
            var start = person.TimeZone.AtLeniently(date + person.WorkingHours.Start).ToInstant();
            return person.WorkingHours.Days.Contains(date.DayOfWeek)
                && start <= block.Start
                && block.End <= start + person.WorkingHours.Length;
        });
    }

    private static int StepsToTheTop(PeopleDirectory directory, Person person)
    {
        var steps = 0;
        for (var at = person; at is not null && steps < 100; at = directory.ManagerOf(at))
        {
            steps++;
        }

        return steps;
    }
}
