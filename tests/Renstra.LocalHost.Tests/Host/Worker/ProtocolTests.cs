using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Renstra.LocalHost.Host.Rpc;
using Renstra.Testing;

namespace Renstra.LocalHost.Tests.Host.Worker;

public sealed partial class ProtocolTests
{
    [Fact]
    public void Every_field_and_every_word_that_is_spoken_here_has_the_number_that_the_protocol_gives_it()
    {
        var messages = AllOf(FunctionRpcReflection.Descriptor.MessageTypes).ToList();
        var recorded = Contract.Read("rpc-fields.md");

        var spoken = messages.SelectMany(message => message.Fields.InDeclarationOrder().Select(field => $"{message.Name}.{field.Name} {field.FieldNumber}")).ToList();
        var words = messages.SelectMany(message => message.EnumTypes).SelectMany(type => type.Values.Select(word => $"{type.Name}.{word.Name} {word.Number}")).ToList();

        Assert.NotEmpty(spoken);
        Assert.Empty(spoken.Except(Fields().Matches(recorded).SelectMany(message => Numbers(message, Field()))));
        Assert.NotEmpty(words);
        Assert.Empty(words.Except(Enums().Matches(recorded).SelectMany(type => Numbers(type, Word()))));
    }

    [Fact]
    public void The_service_is_called_what_workers_call()
    {
        var method = FunctionRpcReflection.Descriptor.Services.Single().Methods.Single();

        Assert.Equal("AzureFunctionsRpcMessages.FunctionRpc.EventStream", method.FullName);
        Assert.True(method is { IsClientStreaming: true, IsServerStreaming: true });
    }

    private static IEnumerable<MessageDescriptor> AllOf(IEnumerable<MessageDescriptor> messages) =>
        messages.Where(message => message.GetOptions()?.MapEntry is not true).SelectMany(message => AllOf(message.NestedTypes).Prepend(message));

    private static IEnumerable<string> Numbers(Match owner, Regex numbered) =>
        numbered.Matches(owner.Groups["members"].Value).Select(member => $"{owner.Groups["name"].Value}.{member.Groups["name"].Value} {member.Groups["number"].Value}");

    [GeneratedRegex(@"^- \*\*(?<name>\w+)\*\*: (?<members>.*)$", RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"`(?<name>\w+)` (?<number>\d+)")]
    private static partial Regex Field();

    [GeneratedRegex(@"^- enum (?<name>\w+) \{(?<members>.*)\}", RegexOptions.Multiline)]
    private static partial Regex Enums();

    [GeneratedRegex(@"(?<name>\w+) = (?<number>\d+)")]
    private static partial Regex Word();
}
