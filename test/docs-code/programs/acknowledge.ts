import { Validations } from 'cdk8s-argo';
import { TestApp } from 'cdk8s-argo/testing';
import { WebChart } from './web-chart';

const chart = new WebChart(new TestApp(), 'web');

Validations.of(chart).acknowledge({ rule: 'rollouts/weights-without-router', reason: 'an internal tool', until: '2027-03-01' });
