using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>What is wrong is said, with the names and the shapes.</summary>
public sealed class ErrorTests
{
    private static readonly NetworkDescription Good = new NetworkSpec
    {
        Layers = [OperationSpec.Input(3), OperationSpec.Dense(2)],
    }.Describe();

    [Fact]
    public void An_unknown_layer_is_named_and_so_are_the_known_ones()
    {
        var layer = new LayerDescription("conv1", "Conv2D", ["dense1"], [2], []);
        var error = Should.Throw<NotSupportedException>(() => new ReferenceNetwork(Good with { Layers = [.. Good.Layers, layer] }));
        error.Message.ShouldStartWith("The reference engine has no layer 'Conv2D' (here 'conv1'); it has Input, Activation, Add, BatchNorm, Concat, Dense, ");
    }

    [Fact]
    public void An_unknown_loss_is_named() =>
        Should.Throw<NotSupportedException>(() => new ReferenceNetwork(Good with { Loss = new("Hinge", []) }))
            .Message.ShouldStartWith("The reference engine has no loss 'Hinge'; it has BinaryCrossEntropy, CrossEntropy, ");

    [Fact]
    public void An_unknown_optimizer_is_named() =>
        Should.Throw<NotSupportedException>(() => new ReferenceNetwork(Good with { Optimizer = new("Rprop", []) }))
            .Message.ShouldStartWith("The reference engine has no optimizer 'Rprop'; it has AdaDelta, AdaGrad, ");

    [Fact]
    public void A_missing_argument_is_named() =>
        Should.Throw<KeyNotFoundException>(() => new ReferenceNetwork(Good with { Loss = new("Huber", []) })).Message.ShouldContain("delta");

    [Fact]
    public void A_shape_that_does_not_follow_is_refused()
    {
        var wrong = Good.Layers[1] with { Shape = [4] };
        Should.Throw<ArgumentException>(() => new ReferenceNetwork(Good with { Layers = [Good.Layers[0], wrong] }))
            .Message.ShouldBe("Layer 'dense1' gives [2], but its description says [4].");
    }

    [Fact]
    public void A_weight_that_does_not_fit_its_input_is_refused()
    {
        var wrong = Good.Tensors[0] with { Shape = [2, 5] };
        Should.Throw<ArgumentException>(() => new ReferenceNetwork(Good with { Tensors = [wrong, Good.Tensors[1]] }))
            .Message.ShouldBe("A dense layer with a weight of [2, 5] cannot read 3 inputs.");
    }

    [Fact]
    public void A_missing_tensor_is_named() =>
        Should.Throw<ArgumentException>(() => new ReferenceNetwork(Good with { Tensors = [Good.Tensors[0]] }))
            .Message.ShouldBe("The description has no tensor 'dense1.bias'; it has dense1.weight.");

    [Fact]
    public void An_operand_that_comes_later_is_named()
    {
        var wrong = Good.Layers[1] with { Inputs = ["later"] };
        Should.Throw<ArgumentException>(() => new ReferenceNetwork(Good with { Layers = [Good.Layers[0], wrong] }))
            .Message.ShouldBe("Layer 'dense1' reads 'later', which is not an earlier layer.");
    }

    [Fact]
    public void An_activation_without_a_function_is_named()
    {
        var layer = new LayerDescription("activation1", "Activation", ["dense1"], [2], []);
        Should.Throw<ArgumentException>(() => new ReferenceNetwork(Good with { Layers = [.. Good.Layers, layer] }))
            .Message.ShouldBe("The description of 'activation1' carries no function.");
    }

    [Fact]
    public void Inputs_are_whole_samples()
    {
        var network = new ReferenceNetwork(Good);
        Should.Throw<ArgumentException>(() => network.Predict(new double[4]))
            .Message.ShouldBe("Expected samples of [3], a multiple of 3 elements, but got 4.");
        Should.Throw<ArgumentException>(() => network.Predict([]));
    }

    [Fact]
    public void Targets_fit_the_outputs_and_the_loss()
    {
        var network = new ReferenceNetwork(Good);
        Should.Throw<ArgumentException>(() => network.Loss(new double[6], new double[3]))
            .Message.ShouldBe("Expected targets for [2, 2] outputs, 4 elements, but got 3.");
        Should.Throw<ArgumentException>(() => network.Loss(new double[6], Targets.Labels(0, 1)))
            .Message.ShouldBe("This network's loss takes values as targets, not labels.");
    }

    [Fact]
    public void Labels_fit_the_classes()
    {
        var network = new ReferenceNetwork(Good with { Loss = new("CrossEntropy", [new("labelSmoothing", 0)]) });
        Should.Throw<ArgumentException>(() => network.Loss(new double[6], Targets.Labels(0, 2)))
            .Message.ShouldBe("Expected labels from 0 to 1, but label 1 is 2.");
        Should.Throw<ArgumentException>(() => network.Loss(new double[6], Targets.Labels(0)))
            .Message.ShouldBe("Expected 2 labels for 2 samples, but got 1.");
        Should.Throw<ArgumentException>(() => network.Loss(new double[6], Targets.Values(0, 1)))
            .Message.ShouldBe("This network's loss takes labels as targets, not values.");
    }
}
