"""Makes further golden cases with golden.py: what its own cases leave out.

Run:  python3 more.py cases        (needs PyTorch; Debian: apt-get install python3-torch)
"""
import torch
import golden
from golden import d, inp, op


class ExactHardsigmoid(torch.nn.Module):
    """PyTorch's own takes 1/6 rounded to float in its backward pass, 3e-8 too much, even in float64."""
    def forward(self, x):
        return torch.nn.functional.relu6(x + 3) / 6


golden.nn.Hardsigmoid = ExactHardsigmoid

CASES = [
    dict(name="hard-sigmoid-exact", description="Hard sigmoid and hard swish, with 1/6 in full accuracy in the backward pass.", seed=101, batch=6, steps=6,
         network=[inp(5), d(9), op("HardSigmoid"), d(9), op("HardSwish"), d(2)], loss=op("MeanSquaredError"), optimizer=op("Sgd", learningRate=0.1)),
    dict(name="adamw-gelu-approximate", description="Decoupled weight decay, GELU by tanh.", seed=102, batch=5, steps=8,
         network=[inp(6), d(10), op("Gelu", approximate=True), d(3)], loss=op("CrossEntropy"), optimizer=op("AdamW", learningRate=0.02, weightDecay=0.1)),
    dict(name="adam-amsgrad", description="AMSGrad with its own betas.", seed=103, batch=4, steps=10,
         network=[inp(4), d(7), op("Mish"), d(2)], loss=op("MeanSquaredError"), optimizer=op("Adam", learningRate=0.05, beta1=0.8, beta2=0.9, epsilon=1e-6, amsGrad=True)),
    dict(name="rmsprop-centered-momentum", description="RMSprop, centered, with momentum.", seed=104, batch=4, steps=10,
         network=[inp(4), d(7), op("Silu"), d(2)], loss=op("MeanSquaredError"), optimizer=op("RmsProp", learningRate=0.01, decay=0.9, epsilon=1e-5, momentum=0.7, centered=True)),
    dict(name="softmax-half-squared", description="Softmax over the last axis under half the squared error of several outputs, both limits of training.", seed=105, batch=6, steps=8,
         network=[inp(5), d(8), op("Elu", alpha=0.7), d(4), op("Softmax")], loss=op("HalfSquaredError"), optimizer=op("Sgd", learningRate=0.5, momentum=0.9, dampening=0.5),
         regularize={"l1": 0.01, "l2": 0.05}, clip={"norm": 0.3}),
    dict(name="dense-rank-2", description="Dense over the last axis of [time, features], without bias, skips on both kinds, a target of rank 2.", seed=106, batch=3, steps=8,
         network=[inp(4, 5), {"op": "Dense", "units": 6, "bias": False, "name": "a"}, op("PRelu"), op("Multiply", **{"with": "a"}), d(6), op("Softmax"), op("Concat", **{"with": "a"}), d(2)],
         loss=op("Huber", delta=0.5), optimizer=op("AdaGrad", learningRate=0.1)),
    dict(name="batchnorm-no-bias", description="Batch normalization of sums without a bias, whose gradient would be nothing but rounding.", seed=108, batch=7, steps=8,
         network=[inp(5), {"op": "Dense", "units": 11, "bias": False}, op("BatchNorm"), op("Silu"), d(4)], loss=op("CrossEntropy"), optimizer=op("Adam", learningRate=0.01)),
    dict(name="flatten-binary", description="Flatten, and several independent two-class outputs.", seed=107, batch=4, steps=8,
         network=[inp(2, 3, 2), op("Flatten"), d(9), op("Selu"), d(5), op("Softsign"), d(3)], loss=op("BinaryCrossEntropy"), optimizer=op("AdaDelta", learningRate=0.8, decay=0.8, epsilon=1e-5)),
]

if __name__ == "__main__":
    golden.main(CASES)
